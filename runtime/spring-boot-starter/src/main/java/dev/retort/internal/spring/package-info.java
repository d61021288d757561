/** What the starter does: {@link dev.retort.internal.spring.RetortAutoConfiguration} has its beans. */
@NullMarked
package dev.retort.internal.spring;

import org.jspecify.annotations.NullMarked;
