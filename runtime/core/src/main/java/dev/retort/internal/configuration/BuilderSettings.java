package dev.retort.internal.configuration;

import dev.retort.RetortBuilder;
import java.nio.file.Path;
import java.util.List;

/** Which method of the builder takes which setting: a setting that is missing here does not compile. */
final class BuilderSettings {

    private final RetortBuilder builder;
    private final Configuration configuration;

    BuilderSettings(RetortBuilder builder, Configuration configuration) {
        this.builder = builder;
        this.configuration = configuration;
    }

    /** Hands over a setting that has a value. */
    RetortBuilder set(Setting setting) {
        return switch (setting) {
            case URL -> builder.url(configuration.url());
            case USER -> builder.user(text(setting));
            case PASSWORD -> builder.password(text(setting));
            case PASSWORD_COMMAND ->
                builder.passwords(new PasswordCommand(text(setting), configuration.folder(setting)));
            case WAIT -> builder.serverWait(configuration.duration(setting));
            case MIGRATIONS -> builder.migrations(configuration.paths(setting).toArray(Path[]::new));
            case VERSION_TABLE -> builder.versionTable(text(setting));
            case VERSION_TABLE_SCHEMA -> builder.versionTableSchema(text(setting));
            case HISTORY_TABLE -> builder.historyTable(text(setting));
            case SCHEMAS ->
                builder.schemas(configuration.required(setting).parts().toArray(String[]::new));
            case LOCK_TIMEOUT -> builder.lockTimeout(configuration.duration(setting));
            case ANSWER_TIMEOUT -> builder.answerTimeout(configuration.duration(setting));
            case DDL_LOCK_TIMEOUT -> builder.ddlLockTimeout(configuration.duration(setting));
            case DDL_LOCK_TRIES -> builder.ddlLockTries(configuration.number(setting));
            case STATEMENT_TIMEOUT -> builder.statementTimeout(configuration.duration(setting));
            case BACKUP_PROGRAM -> builder.backupProgram(text(setting));
            case ROLE_WARNING -> builder.roleWarning(configuration.flag(setting));
            case STRICT -> builder.strict(configuration.flag(setting));
            case SCRATCH -> builder.scratch(configuration.flag(setting));
            case SCRIPT_TIMEOUT -> builder.scriptTimeout(configuration.duration(setting));
            case SCRIPT_DEPTH -> builder.scriptDepth(configuration.number(setting));
            case SCRIPT_ELEMENTS -> builder.scriptElements(configuration.number(setting));
            case SCRIPT_CHARACTERS -> builder.scriptCharacters(configuration.number(setting));
            case SANDBOX -> builder.isolated(text(setting).equals(Kind.PROCESS));
            case FILE_TEMPLATE -> builder.fileTemplate(text(setting));
            case TRUNCATE_SLUG_LENGTH -> builder.truncateSlugLength(configuration.number(setting));
            case TIMEZONE -> builder.timezone(configuration.zone(setting));
            case REVISION_TEMPLATE -> builder.revisionTemplate(configuration.path(setting));
            // What a command compares with, and what it proves, is no matter of the engine.
            case TARGET, AUTOGENERATE_INCLUDE, AUTOGENERATE_EXCLUDE -> builder;
            case VERIFY_ROWS, VERIFY_EXCEPT, VERIFY_HEADS, VERIFY_FIXTURES, VERIFY_EMBEDDED -> builder;
            // Likewise what is looked for, unless it is looked for before an upgrade.
            case LINT_OFF,
                    LINT_INFO,
                    LINT_WARNING,
                    LINT_ERROR,
                    LINT_FAIL_ON,
                    LINT_BASELINE,
                    LINT_SERVER_VERSION,
                    LINT_SMALL_TABLE,
                    LINT_UPGRADE -> builder;
            case NAMING_IX, NAMING_UQ, NAMING_CK, NAMING_FK, NAMING_PK, NAMING_EX, NAMING_CUT ->
                builder.naming(setting.keyInTable(), text(setting));
            case JPA_CLASSES, JPA_CLASSPATH -> ofJpa(setting, configuration.pathPatterns(setting));
            case JPA_UNIT, JPA_NAMING, JPA_PROPERTIES ->
                ofJpa(setting, configuration.required(setting).parts());
        };
    }

    private RetortBuilder ofJpa(Setting setting, List<String> values) {
        return builder.modelSetting("jpa", setting.keyInTable(), values);
    }

    private String text(Setting setting) {
        return configuration.required(setting).text();
    }
}
