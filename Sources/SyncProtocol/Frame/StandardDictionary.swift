/// Made by `make dictionary`; base64.
let standardDictionaryText = ""
