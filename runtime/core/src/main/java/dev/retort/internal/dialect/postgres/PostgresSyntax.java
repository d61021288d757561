package dev.retort.internal.dialect.postgres;

import dev.retort.internal.sql.SqlSyntax;

/** How PostgreSQL reads the text of statements. */
final class PostgresSyntax {

    static final SqlSyntax SYNTAX = new SqlSyntax(true, true, true, false, true, false);

    private PostgresSyntax() {}
}
