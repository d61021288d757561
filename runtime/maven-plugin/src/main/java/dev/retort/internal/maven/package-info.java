/** The commands of Retort as goals of Maven; begin with {@link dev.retort.internal.maven.RetortMojo}. */
@NullMarked
package dev.retort.internal.maven;

import org.jspecify.annotations.NullMarked;
