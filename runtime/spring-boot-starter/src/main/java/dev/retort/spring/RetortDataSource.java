package dev.retort.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * The {@link javax.sql.DataSource} to migrate with, where it is not the one that the application works with: another user, or
 * another database. Without {@code @Bean(defaultCandidate = false)} Spring Boot creates no other one beside it.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface RetortDataSource {

    /** The name below {@code retort.instances}. */
    String value() default RetortInstance.DEFAULT;
}
