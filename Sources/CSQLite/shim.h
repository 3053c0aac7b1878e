#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT is a number cast to a function, which Swift does not see: the text or the bytes are copied before the call returns.
static inline int sts_sqlite3_bind_text(sqlite3_stmt *statement, int position, const char *text, sqlite3_uint64 bytes) {
    return sqlite3_bind_text64(statement, position, text, bytes, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int sts_sqlite3_bind_blob(sqlite3_stmt *statement, int position, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, position, bytes, count, SQLITE_TRANSIENT);
}

// sqlite3_db_config takes a variable number of arguments, which Swift cannot pass. A file from outside can then not
// make SQLite write to its own tables, and its views and triggers can call no function that does harm.
static inline void sts_sqlite3_distrust(sqlite3 *connection) {
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}
