# cmake -C .ci/fuzz.cmake -S . -B build-fuzz : libFuzzer programs build-fuzz/tests/fuzz/fuzz_*, for long runs by hand.
set(CMAKE_C_COMPILER clang CACHE STRING "")
set(CMAKE_CXX_COMPILER clang++ CACHE STRING "")
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1" CACHE STRING "")
set(FLASKCARDS_FUZZ ON CACHE BOOL "")
