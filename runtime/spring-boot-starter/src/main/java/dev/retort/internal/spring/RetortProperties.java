package dev.retort.internal.spring;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** All that is configured: one database, or several below {@code retort.instances}, which take the common settings from here. */
@ConfigurationProperties("retort")
class RetortProperties extends InstanceProperties {

    /** Whether Retort does anything at all. */
    private boolean enabled = true;

    /** More databases, by name. */
    private Map<String, InstanceProperties> instances = new TreeMap<>();

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public Map<String, InstanceProperties> getInstances() {
        return instances;
    }

    public void setInstances(Map<String, InstanceProperties> instances) {
        this.instances = instances;
    }
}
