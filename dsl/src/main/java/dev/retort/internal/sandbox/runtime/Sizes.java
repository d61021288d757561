package dev.retort.internal.sandbox.runtime;

import groovy.lang.Closure;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;
import org.jspecify.annotations.Nullable;

/** Methods that make far more elements than they are given, with a limit. */
public final class Sizes {

    private Sizes() {}

    private static double size(Iterable<?> elements) {
        return elements instanceof Collection<?> all ? all.size() : DefaultGroovyMethods.size(elements);
    }

    private static double factorial(double n) {
        double product = 1;
        for (double i = 2; i <= n && i < 200; i++) {
            product *= i;
        }
        return product;
    }

    /** Before an array or a collection of a given capacity is created. */
    public static void capacity(int count, Guard guard) {
        guard.elements(count);
    }

    /** Before an array of arrays is created. */
    public static void capacity(int rows, int columns, Guard guard) {
        guard.elements((double) rows * columns);
    }

    /** Before a range is created: one line later it may be a list. */
    public static void span(int from, int to, Guard guard) {
        guard.elements(Math.abs((double) to - from) + 1);
    }

    public static List<?> createRange(
            @Nullable Object from, @Nullable Object to, boolean exclusiveLeft, boolean exclusiveRight, Guard guard) {
        if (from instanceof Temporal) {
            throw new IllegalArgumentException(
                    "There are no ranges of dates and times; write start.datesUntil(end), or count with plusDays.");
        }
        if (from instanceof Number low && to instanceof Number high) {
            guard.elements(Math.abs(high.doubleValue() - low.doubleValue()) + 1);
        } else if (from instanceof CharSequence low && to instanceof CharSequence high) {
            guard.elements(low.length() == high.length() && low.length() < 3 ? 1 : Double.MAX_VALUE);
        }
        return ranged(from, to, exclusiveLeft, exclusiveRight);
    }

    private static List<?> ranged(
            @Nullable Object from, @Nullable Object to, boolean exclusiveLeft, boolean exclusiveRight) {
        try {
            return ScriptBytecodeAdapter.createRange(from, to, exclusiveLeft, exclusiveRight);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException("no range from " + from + " to " + to, e);
        }
    }

    public static <T> List<T> nCopies(int count, T element, Guard guard) {
        guard.elements(count);
        return Collections.nCopies(count, element);
    }

    public static <T> Collection<T> multiply(Iterable<T> elements, Number times, Guard guard) {
        guard.elements(size(elements) * times.doubleValue());
        return DefaultGroovyMethods.multiply(elements, times);
    }

    public static <T> List<T> multiply(List<T> elements, Number times, Guard guard) {
        guard.elements(elements.size() * times.doubleValue());
        return DefaultGroovyMethods.multiply(elements, times);
    }

    public static <T> Set<List<T>> permutations(Iterable<T> elements, Guard guard) {
        guard.elements(factorial(size(elements)));
        return DefaultGroovyMethods.permutations(elements);
    }

    public static <T, V> List<V> permutations(Iterable<T> elements, Closure<V> closure, Guard guard) {
        guard.elements(factorial(size(elements)));
        return DefaultGroovyMethods.permutations(elements, closure);
    }

    public static <T> Set<List<T>> subsequences(List<T> elements, Guard guard) {
        guard.elements(Math.pow(2, elements.size()));
        return DefaultGroovyMethods.subsequences(elements);
    }

    @SuppressWarnings("rawtypes")
    public static List combinations(Iterable elements, Guard guard) {
        double product = 1;
        for (Object element : elements) {
            product *= element instanceof Iterable<?> some ? size(some) : 1;
        }
        guard.elements(product);
        return DefaultGroovyMethods.combinations(elements);
    }

    public static <T> void putAt(List<T> list, int index, @Nullable T value, Guard guard) {
        guard.elements(index);
        DefaultGroovyMethods.putAt(list, index, value);
    }

    public static <T> void putAt(List<T> list, Number index, @Nullable T value, Guard guard) {
        guard.elements(index.doubleValue());
        DefaultGroovyMethods.putAt(list, index, value);
    }

    /** What a stream does with its elements may take place in Java alone, where the clock is not looked at. */
    public static IntStream range(int from, int to, Guard guard) {
        guard.elements((double) to - from);
        return IntStream.range(from, to);
    }

    public static IntStream rangeClosed(int from, int to, Guard guard) {
        guard.elements((double) to - from + 1);
        return IntStream.rangeClosed(from, to);
    }

    /** Groovy's, which a method of Java 21 hides; the one way to end a list on every Java. */
    public static @Nullable Object removeLast(Object list) {
        return DefaultGroovyMethods.removeLast((List<?>) list);
    }

    public static Collection<?> flatten(Iterable<?> elements, Guard guard) {
        guard.elements(leaves(elements, 0, guard));
        return DefaultGroovyMethods.flatten(elements);
    }

    public static List<?> flatten(List<?> elements, Guard guard) {
        guard.elements(leaves(elements, 0, guard));
        return DefaultGroovyMethods.flatten(elements);
    }

    /** How many elements a nested list comes to; one that contains itself never does. */
    private static double leaves(Iterable<?> elements, int depth, Guard guard) {
        double count = 0;
        for (Object element : elements) {
            guard.check();
            count += element instanceof Collection<?> some
                            && depth < guard.budget().depth()
                    ? leaves(some, depth + 1, guard)
                    : 1;
            guard.elements(count);
        }
        return depth < guard.budget().depth() ? count : Double.MAX_VALUE;
    }

    public static <T> Stream<T> generate(Supplier<T> supplier, Guard guard) {
        return Stream.generate(() -> {
            guard.check();
            return supplier.get();
        });
    }

    public static <T> Stream<T> iterate(T seed, UnaryOperator<T> next, Guard guard) {
        return Stream.iterate(seed, last -> {
            guard.check();
            return next.apply(last);
        });
    }

    public static <T> Stream<T> iterate(T seed, Predicate<? super T> more, UnaryOperator<T> next, Guard guard) {
        return Stream.iterate(seed, more, last -> {
            guard.check();
            return next.apply(last);
        });
    }
}
