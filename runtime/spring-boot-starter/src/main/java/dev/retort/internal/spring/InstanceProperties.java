package dev.retort.internal.spring;

import dev.retort.spring.RetortMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is configured of one database: one table of getters and setters, as Spring Boot binds it and documents it. */
class InstanceProperties {

    /**
     * Where the database is: a JDBC URL, or {@code postgresql://host/database}, {@code sqlite:///file.db}. By default the
     * application's data source is used.
     */
    private @Nullable String url;

    /** The user to migrate with. Without a URL, another user for the application's data source. */
    private @Nullable String user;

    /** That user's password. */
    private @Nullable String password;

    /** Where the database is to be: heads, an id, a label. The default is heads. */
    private @Nullable String target;

    /** What happens while the application starts. The default is migrate. */
    private @Nullable RetortMode mode;

    /** How long the mode wait waits for the revisions to be applied. The default is five minutes. */
    private @Nullable Duration waitTimeout;

    /** How long to wait for a server that is starting. Needs a URL. The default is not to wait. */
    private @Nullable Duration serverWait;

    /** How long to wait for another run to finish. The default is five minutes. */
    private @Nullable Duration lockTimeout;

    /** How long a statement may wait for a lock on a table. The default is two seconds. */
    private @Nullable Duration ddlLockTimeout;

    /** How often a revision is tried that does not get its locks. The default is ten times. */
    private @Nullable Integer ddlLockTries;

    /** How long a statement may take. The default is what the database says. */
    private @Nullable Duration statementTimeout;

    /** The version table. The default is retort_version. */
    private @Nullable String versionTable;

    /** The schema of the version and history tables. The default is the first of the search path. */
    private @Nullable String versionTableSchema;

    /** The history table. The default is retort_history, or the version table's name and _history. */
    private @Nullable String historyTable;

    /** Where scripts run: in a thread of the application, or in a process of their own. The default is thread. */
    private @Nullable Sandboxing sandbox;

    /** Whether a database is refused that is ahead of the scripts. The default is to start with it. */
    private @Nullable Boolean strict;

    /** Whether revisions are run that were put below what is applied. The default is not to. */
    private @Nullable Boolean outOfOrder;

    /** Whether a warning is logged where the user may run programs on the server. The default is to warn. */
    private @Nullable Boolean roleWarning;

    /** Folders of scripts: files, or classpath:folder. The default is classpath:db/retort, for an instance classpath:db/retort/NAME. */
    private List<String> migrations = List.of();

    /** What scripts read with argument('name'). */
    private Map<String, String> arguments = new LinkedHashMap<>();

    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getTarget() {
        return target;
    }

    public void setTarget(@Nullable String target) {
        this.target = target;
    }

    public @Nullable RetortMode getMode() {
        return mode;
    }

    public void setMode(@Nullable RetortMode mode) {
        this.mode = mode;
    }

    public @Nullable Duration getWaitTimeout() {
        return waitTimeout;
    }

    public void setWaitTimeout(@Nullable Duration waitTimeout) {
        this.waitTimeout = waitTimeout;
    }

    public @Nullable Duration getServerWait() {
        return serverWait;
    }

    public void setServerWait(@Nullable Duration serverWait) {
        this.serverWait = serverWait;
    }

    public @Nullable Duration getLockTimeout() {
        return lockTimeout;
    }

    public void setLockTimeout(@Nullable Duration lockTimeout) {
        this.lockTimeout = lockTimeout;
    }

    public @Nullable Duration getDdlLockTimeout() {
        return ddlLockTimeout;
    }

    public void setDdlLockTimeout(@Nullable Duration ddlLockTimeout) {
        this.ddlLockTimeout = ddlLockTimeout;
    }

    public @Nullable Integer getDdlLockTries() {
        return ddlLockTries;
    }

    public void setDdlLockTries(@Nullable Integer ddlLockTries) {
        this.ddlLockTries = ddlLockTries;
    }

    public @Nullable Duration getStatementTimeout() {
        return statementTimeout;
    }

    public void setStatementTimeout(@Nullable Duration statementTimeout) {
        this.statementTimeout = statementTimeout;
    }

    public @Nullable String getVersionTable() {
        return versionTable;
    }

    public void setVersionTable(@Nullable String versionTable) {
        this.versionTable = versionTable;
    }

    public @Nullable String getVersionTableSchema() {
        return versionTableSchema;
    }

    public void setVersionTableSchema(@Nullable String versionTableSchema) {
        this.versionTableSchema = versionTableSchema;
    }

    public @Nullable String getHistoryTable() {
        return historyTable;
    }

    public void setHistoryTable(@Nullable String historyTable) {
        this.historyTable = historyTable;
    }

    public @Nullable Sandboxing getSandbox() {
        return sandbox;
    }

    public void setSandbox(@Nullable Sandboxing sandbox) {
        this.sandbox = sandbox;
    }

    public @Nullable Boolean getStrict() {
        return strict;
    }

    public void setStrict(@Nullable Boolean strict) {
        this.strict = strict;
    }

    public @Nullable Boolean getOutOfOrder() {
        return outOfOrder;
    }

    public void setOutOfOrder(@Nullable Boolean outOfOrder) {
        this.outOfOrder = outOfOrder;
    }

    public @Nullable Boolean getRoleWarning() {
        return roleWarning;
    }

    public void setRoleWarning(@Nullable Boolean roleWarning) {
        this.roleWarning = roleWarning;
    }

    public List<String> getMigrations() {
        return migrations;
    }

    public void setMigrations(List<String> migrations) {
        this.migrations = migrations;
    }

    public Map<String, String> getArguments() {
        return arguments;
    }

    public void setArguments(Map<String, String> arguments) {
        this.arguments = arguments;
    }
}
