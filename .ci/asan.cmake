# cmake -C .ci/asan.cmake -S . -B build-asan : the whole program and its tests under the sanitizers.
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1" CACHE STRING "")
set(FLASKCARDS_SANITIZE ON CACHE BOOL "")
