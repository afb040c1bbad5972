/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that trust the length or the form of what they are given. A call is a compile
 * error in every room; so is the name alone. Included by base.h at its end.
 *
 * The headers that declare them come first, so that their declarations stay as they are;
 * macros rather than #pragma GCC poison, which would refuse these headers as well. */
#ifndef NGI_BANNED_H
#define NGI_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

/* Unbounded copies: slices and ngi_buffer instead. */
#undef strcpy
#define strcpy ngi_banned_use_a_slice_instead_of_strcpy
#undef stpcpy
#define stpcpy ngi_banned_use_a_slice_instead_of_stpcpy
#undef strcat
#define strcat ngi_banned_use_ngi_buffer_instead_of_strcat
#undef strncpy
#define strncpy ngi_banned_use_a_slice_instead_of_strncpy
#undef strncat
#define strncat ngi_banned_use_ngi_buffer_instead_of_strncat
#undef sprintf
#define sprintf ngi_banned_use_snprintf_instead_of_sprintf
#undef vsprintf
#define vsprintf ngi_banned_use_vsnprintf_instead_of_vsprintf
#undef gets
#define gets ngi_banned_gets

/* They write into their input and keep a hidden state: ngi_split instead. */
#undef strtok
#define strtok ngi_banned_use_ngi_split_instead_of_strtok
#undef strtok_r
#define strtok_r ngi_banned_use_ngi_split_instead_of_strtok_r

/* They need a NUL, follow the locale, and say nothing of overflow. */
#undef atoi
#define atoi ngi_banned_read_digits_of_a_slice_instead_of_atoi
#undef atol
#define atol ngi_banned_read_digits_of_a_slice_instead_of_atol
#undef atoll
#define atoll ngi_banned_read_digits_of_a_slice_instead_of_atoll
#undef atof
#define atof ngi_banned_read_digits_of_a_slice_instead_of_atof
#undef scanf
#define scanf ngi_banned_scanf
#undef sscanf
#define sscanf ngi_banned_read_digits_of_a_slice_instead_of_sscanf

/* Shared static results: two readers in two threads would meet there. */
#undef gmtime
#define gmtime ngi_banned_use_gmtime_r_instead_of_gmtime
#undef localtime
#define localtime ngi_banned_the_library_knows_no_local_time
#undef ctime
#define ctime ngi_banned_ctime
#undef asctime
#define asctime ngi_banned_asctime
#undef strerror
#define strerror ngi_banned_use_strerror_r_instead_of_strerror

/* The library neither ends the program nor looks around in it. */
#undef getenv
#define getenv ngi_banned_the_library_reads_no_environment
#undef system
#define system ngi_banned_system

#endif
