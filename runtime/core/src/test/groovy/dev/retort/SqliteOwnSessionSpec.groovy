package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteOwnSessionSpec extends OwnSessionSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    List<String> settings() {
        [
            'PRAGMA ignore_check_constraints = ON',
            'PRAGMA recursive_triggers = ON',
            'PRAGMA case_sensitive_like = ON',
            'PRAGMA query_only = ON',
            'PRAGMA count_changes = ON',
            'PRAGMA legacy_alter_table = ON',
            'PRAGMA reverse_unordered_selects = ON',
            'PRAGMA cache_size = 77',
            'CREATE TEMPORARY TABLE retort_version (version_num text)',
            'CREATE TEMPORARY TABLE leftover (id integer); CREATE TEMPORARY VIEW more AS SELECT 1; CREATE TEMPORARY TABLE seen (state text)',
            "autocommit { execute 'PRAGMA foreign_keys = ON'; execute 'PRAGMA synchronous = OFF'; execute 'PRAGMA query_only = ON' }",
        ]
    }

    String state = """SELECT group_concat(v, '|') FROM (
        SELECT ignore_check_constraints AS v FROM pragma_ignore_check_constraints UNION ALL SELECT recursive_triggers FROM pragma_recursive_triggers
        UNION ALL SELECT 'a' LIKE 'A' UNION ALL SELECT query_only FROM pragma_query_only UNION ALL SELECT legacy_alter_table FROM pragma_legacy_alter_table
        UNION ALL SELECT reverse_unordered_selects FROM pragma_reverse_unordered_selects UNION ALL SELECT cache_size FROM pragma_cache_size
        UNION ALL SELECT foreign_keys FROM pragma_foreign_keys UNION ALL SELECT synchronous FROM pragma_synchronous
        UNION ALL SELECT name FROM sqlite_temp_schema)"""

    List<String> ownersSettings() {
        ['PRAGMA recursive_triggers = ON', 'PRAGMA foreign_keys = ON', "CREATE TEMPORARY TABLE owners AS SELECT 'as the owner left it' AS t"]
    }

    List<String> ownersQuestions() {
        ['SELECT t FROM owners', "SELECT 'as the owner left it' FROM pragma_foreign_keys WHERE foreign_keys = 1"]
    }
}
