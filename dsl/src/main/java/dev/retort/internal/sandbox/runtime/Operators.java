package dev.retort.internal.sandbox.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.dgmimpl.NumberNumberDiv;
import org.codehaus.groovy.runtime.typehandling.NumberMath;
import org.jspecify.annotations.Nullable;

/** The operators that {@code x[i] += y} and its like call by name. */
final class Operators {

    private Operators() {}

    /** The result, or nothing where the values know no such operator. */
    static Optional<Object> apply(Object left, String name, @Nullable Object[] arguments, Guard guard) {
        if (arguments.length == 0 && left instanceof Number number) {
            return switch (name) {
                case "next" -> Optional.of(NumberMath.add(number, 1));
                case "previous" -> Optional.of(NumberMath.subtract(number, 1));
                case "negative" -> Optional.of(NumberMath.unaryMinus(number));
                default -> Optional.empty();
            };
        } else if (arguments.length != 1) {
            return Optional.empty();
        }
        Object right = arguments[0];
        if (left instanceof Number number && right instanceof Number other) {
            return Optional.ofNullable(ofNumbers(number, name, other, guard));
        } else if (left instanceof CharSequence text && name.equals("plus")) {
            return Optional.of(Texts.plus(text, right, guard));
        } else if (left instanceof Collection<?> collection) {
            return Optional.ofNullable(ofCollections(collection, name, right));
        }
        return Optional.empty();
    }

    private static @Nullable Number ofNumbers(Number left, String name, Number right, Guard guard) {
        return switch (name) {
            case "plus" -> NumberMath.add(left, right);
            case "minus" -> NumberMath.subtract(left, right);
            case "multiply" -> NumberMath.multiply(left, right);
            case "div" -> NumberNumberDiv.div(left, right);
            case "mod", "remainder" -> NumberMath.remainder(left, right);
            case "power" -> Numbers.power(left, right, guard);
            case "or" -> NumberMath.or(left, right);
            case "and" -> NumberMath.and(left, right);
            case "xor" -> NumberMath.xor(left, right);
            case "leftShift" -> Numbers.leftShift(left, right, guard);
            case "rightShift" -> Numbers.rightShift(left, right, guard);
            default -> null;
        };
    }

    private static @Nullable Object ofCollections(Collection<?> left, String name, @Nullable Object right) {
        if (name.equals("plus")) {
            Collection<@Nullable Object> sum = left instanceof Set ? new LinkedHashSet<>(left) : new ArrayList<>(left);
            if (right instanceof Collection<?> more) {
                sum.addAll(more);
            } else {
                sum.add(right);
            }
            return sum;
        } else if (name.equals("minus")) {
            return right instanceof Collection<?> less
                    ? DefaultGroovyMethods.minus(untyped(left), less)
                    : DefaultGroovyMethods.minus((Iterable<?>) left, right);
        } else if (name.equals("leftShift")) {
            return DefaultGroovyMethods.leftShift(untyped(left), right);
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Collection<@Nullable Object> untyped(Collection<?> collection) {
        return (Collection<@Nullable Object>) collection;
    }
}
