package dev.retort.internal.jpa.hibernate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.hibernate.tool.schema.SourceType;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.spi.ExceptionHandler;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.ScriptSourceInput;
import org.hibernate.tool.schema.spi.ScriptTargetOutput;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.hibernate.tool.schema.spi.TargetDescriptor;
import org.jspecify.annotations.Nullable;

/** Takes what Hibernate would create, statement by statement, instead of a database. */
final class CreationScript implements ExecutionOptions, SourceDescriptor, TargetDescriptor, ScriptTargetOutput {

    private final Map<String, Object> settings;
    private final List<String> statements = new ArrayList<>();

    CreationScript(Map<String, Object> settings) {
        this.settings = settings;
    }

    List<String> statements() {
        return statements;
    }

    @Override
    public Map<String, Object> getConfigurationValues() {
        return settings;
    }

    /** The schemas that tables are in are created as well. */
    @Override
    public boolean shouldManageNamespaces() {
        return true;
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return failure -> {
            throw failure;
        };
    }

    @Override
    public SourceType getSourceType() {
        return SourceType.METADATA;
    }

    @Override
    public @Nullable ScriptSourceInput getScriptSourceInput() {
        return null;
    }

    @Override
    public EnumSet<TargetType> getTargetTypes() {
        return EnumSet.of(TargetType.SCRIPT);
    }

    @Override
    public ScriptTargetOutput getScriptTargetOutput() {
        return this;
    }

    @Override
    public void prepare() {}

    @Override
    public void accept(String command) {
        statements.add(command);
    }

    @Override
    public void release() {}
}
