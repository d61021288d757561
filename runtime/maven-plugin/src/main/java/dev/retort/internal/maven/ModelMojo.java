package dev.retort.internal.maven;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that compares with the model, which may be the entities of the project: it finds its classes and libraries. */
abstract class ModelMojo extends RetortMojo {

    /** The model: {@code jpa}, or a schema file. Without it: that of the configuration. */
    @Parameter(property = "retort.model")
    @Nullable
    private String model;

    @Parameter(defaultValue = "${project}", readonly = true)
    @Nullable
    private MavenProject project;

    @Override
    Map<String, String> variables() throws MojoExecutionException {
        Map<String, String> variables = new HashMap<>();
        if (model != null) {
            variables.put("RETORT_TARGET", model);
        }
        if (project != null && project.getFile() != null) {
            variables.put("RETORT_JPA_CLASSES", project.getBuild().getOutputDirectory());
            variables.put("RETORT_JPA_CLASSPATH", libraries(project));
        }
        return variables;
    }

    private static String libraries(MavenProject project) throws MojoExecutionException {
        try {
            // Folders that no source was compiled into are not there.
            return project.getTestClasspathElements().stream()
                    .filter(element -> new File(element).exists())
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new MojoExecutionException("The dependencies of the project are not resolved.", unresolved);
        }
    }
}
