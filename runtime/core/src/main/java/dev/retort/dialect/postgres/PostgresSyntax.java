package dev.retort.dialect.postgres;

import dev.retort.sql.SqlSyntax;

/** How PostgreSQL reads the text of statements. */
final class PostgresSyntax {

    static final SqlSyntax SYNTAX = new SqlSyntax(true, true, true, false, true, false);

    private PostgresSyntax() {}
}
