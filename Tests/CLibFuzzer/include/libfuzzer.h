#ifndef LIBFUZZER_H
#define LIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

// The functions that LLVM's libFuzzer exports; they exist only if everything is built with `-sanitize=fuzzer`.

/// Runs with libFuzzer's own options (`libFuzzer.html` of LLVM) until it is stopped; returns the exit code.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *bytes, size_t count));

/// Changes an input in place in libFuzzer's own way; returns the new size.
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t count, size_t most);

#endif
