package dev.retort.spring.entity

import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.context.annotation.Configuration

/** An application whose entities Hibernate compares with the tables as it starts. */
@Configuration
@EnableAutoConfiguration
class ServiceApp {
}
