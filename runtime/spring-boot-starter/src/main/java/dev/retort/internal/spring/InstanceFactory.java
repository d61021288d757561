package dev.retort.internal.spring;

import dev.retort.Retort;
import dev.retort.RetortBuilder;
import dev.retort.RetortException;
import dev.retort.spring.RetortCustomizer;
import dev.retort.spring.RetortInstance;
import dev.retort.spring.RetortInstances;
import dev.retort.spring.RetortMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates the instances from what is configured. */
final class InstanceFactory {

    private static final String LOCATION = "classpath:db/retort";

    private final RetortProperties common;
    private final ScriptFolders folders;
    private final Databases databases;
    private final List<RetortCustomizer> customizers;

    InstanceFactory(
            RetortProperties common, ScriptFolders folders, Databases databases, List<RetortCustomizer> customizers) {
        this.common = common;
        this.folders = folders;
        this.databases = databases;
        this.customizers = customizers;
    }

    RetortInstances all() {
        List<RetortInstance> all = new ArrayList<>();
        if (hasDefault()) {
            all.add(instance(RetortInstance.DEFAULT, common, LOCATION));
        }
        new TreeMap<>(common.getInstances())
                .forEach((name, own) -> all.add(instance(name, own, LOCATION + "/" + name)));
        return new RetortInstances(all);
    }

    /** Those who name instances may have no other; scripts where the default ones are looked for must not be passed over. */
    private boolean hasDefault() {
        return common.getInstances().isEmpty()
                || common.getUrl() != null
                || !common.getMigrations().isEmpty()
                || folders.hasScripts(LOCATION);
    }

    private RetortInstance instance(String name, InstanceProperties own, String location) {
        RetortBuilder builder = Retort.configure();
        databases.connect(builder, name, own);
        List<Path> scripts = folders.of(own.getMigrations().isEmpty() ? List.of(location) : own.getMigrations());
        builder.migrations(scripts.toArray(Path[]::new));
        set(folders.home(scripts), builder::home);
        set(own.getVersionTable(), builder::versionTable);
        set(own.getVersionTableSchema(), builder::versionTableSchema);
        set(own.getHistoryTable(), builder::historyTable);
        builder.arguments(own.getArguments());
        shared(own, builder);
        customizers.forEach(customizer -> customizer.customize(name, builder));
        RetortMode mode = of(own, InstanceProperties::getMode);
        return new RetortInstance(
                name,
                built(name, builder),
                mode == null ? RetortMode.MIGRATE : mode,
                own.getTarget() == null ? "heads" : own.getTarget());
    }

    private static Retort built(String name, RetortBuilder builder) {
        try {
            return builder.build();
        } catch (RetortException e) {
            throw named(name, e);
        }
    }

    /** With the instance before each sentence, where there may be several. */
    static RetortException named(String name, RetortException failure) {
        return name.equals(RetortInstance.DEFAULT) ? failure : failure.prefixed("retort.instances." + name + ": ");
    }

    /** What an instance takes from {@code retort.*} where it says nothing of its own. */
    private void shared(InstanceProperties own, RetortBuilder builder) {
        set(of(own, InstanceProperties::getServerWait), builder::serverWait);
        set(of(own, InstanceProperties::getLockTimeout), builder::lockTimeout);
        set(of(own, InstanceProperties::getDdlLockTimeout), builder::ddlLockTimeout);
        set(of(own, InstanceProperties::getDdlLockTries), builder::ddlLockTries);
        set(of(own, InstanceProperties::getStatementTimeout), builder::statementTimeout);
        set(of(own, InstanceProperties::getStrict), builder::strict);
        set(of(own, InstanceProperties::getOutOfOrder), builder::outOfOrder);
        set(of(own, InstanceProperties::getRoleWarning), builder::roleWarning);
        set(of(own, InstanceProperties::getSandbox), where -> builder.isolated(where == Sandboxing.PROCESS));
    }

    private <T> @Nullable T of(InstanceProperties own, Function<InstanceProperties, @Nullable T> setting) {
        T value = setting.apply(own);
        return value == null ? setting.apply(common) : value;
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
