/**
 * What the verified classes of a script call instead of Groovy's own coercions, lookups by name and unbounded methods;
 * start with {@link dev.retort.internal.sandbox.runtime.Guard}. No method here finds a class, calls a constructor of anything
 * but a collection, or reads a property of anything but a map and the script's own classes. The classes are public
 * because those of scripts link to them; a script cannot name them.
 */
@NullMarked
package dev.retort.internal.sandbox.runtime;

import org.jspecify.annotations.NullMarked;
