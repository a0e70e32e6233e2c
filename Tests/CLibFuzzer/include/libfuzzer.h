#ifndef LIBFUZZER_H
#define LIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

// What LLVM's libFuzzer exports; there only where everything is built with `-sanitize=fuzzer`.

/// Runs until it is told to end, with its own options (`libFuzzer.html` of LLVM); returns the exit code.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *bytes, size_t count));

/// Its own way of changing an input in place; returns the new size.
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t count, size_t most);

#endif
