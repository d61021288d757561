package dev.retort.internal.sandbox.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.codehaus.groovy.runtime.typehandling.NumberMath;

/** Arithmetic whose result can be longer than memory is wide, with a limit. */
public final class Numbers {

    /** No database keeps more: PostgreSQL's numeric ends at 131072 digits. */
    static final int DIGITS = 150_000;

    private Numbers() {}

    private static double bits(Number number) {
        if (number instanceof BigInteger big) {
            return big.bitLength();
        } else if (number instanceof BigDecimal decimal) {
            return decimal.unscaledValue().bitLength() + 3.33 * Math.abs((double) decimal.scale());
        }
        return 64;
    }

    private static void power(Number base, double exponent, Guard guard) {
        double magnitude = Math.abs(base.doubleValue());
        if (magnitude != 0 && magnitude != 1 && !(base instanceof Double) && !(base instanceof Float)) {
            double perStep = base instanceof BigInteger || base instanceof BigDecimal
                    ? bits(base)
                    : Math.log(magnitude) / Math.log(2) + 1;
            guard.digits(perStep * Math.abs(exponent) / 3.33);
        }
    }

    public static BigInteger pow(BigInteger base, int exponent, Guard guard) {
        power(base, exponent, guard);
        return base.pow(exponent);
    }

    public static BigDecimal pow(BigDecimal base, int exponent, Guard guard) {
        power(base, exponent, guard);
        return base.pow(exponent);
    }

    public static BigDecimal pow(BigDecimal base, int exponent, MathContext context, Guard guard) {
        power(base, exponent, guard);
        return base.pow(exponent, context);
    }

    public static Number power(BigDecimal base, Integer exponent, Guard guard) {
        power(base, exponent.doubleValue(), guard);
        return DefaultGroovyMethods.power(base, exponent);
    }

    public static Number power(BigInteger base, Integer exponent, Guard guard) {
        power(base, exponent.doubleValue(), guard);
        return DefaultGroovyMethods.power(base, exponent);
    }

    public static BigInteger power(BigInteger base, BigInteger exponent, Guard guard) {
        power(base, exponent.doubleValue(), guard);
        return DefaultGroovyMethods.power(base, exponent);
    }

    public static Number power(Integer base, Integer exponent, Guard guard) {
        power(base, exponent.doubleValue(), guard);
        return DefaultGroovyMethods.power(base, exponent);
    }

    public static Number power(Long base, Integer exponent, Guard guard) {
        power(base, exponent.doubleValue(), guard);
        return DefaultGroovyMethods.power(base, exponent);
    }

    public static Number power(Number base, Number exponent, Guard guard) {
        power(base, exponent.doubleValue(), guard);
        return DefaultGroovyMethods.power(base, exponent);
    }

    public static BigInteger shiftLeft(BigInteger number, int bits, Guard guard) {
        guard.digits((bits(number) + Math.abs((double) bits)) / 3.33);
        return number.shiftLeft(bits);
    }

    public static BigInteger setBit(BigInteger number, int bit, Guard guard) {
        guard.digits(bit / 3.33);
        return number.setBit(bit);
    }

    public static Number leftShift(Number number, Number bits, Guard guard) {
        shift(number, bits, guard);
        return NumberMath.leftShift(number, bits);
    }

    public static Number rightShift(Number number, Number bits, Guard guard) {
        shift(number, bits, guard);
        return NumberMath.rightShift(number, bits);
    }

    /** Shifting right by less than nothing is shifting left. */
    private static void shift(Number number, Number bits, Guard guard) {
        if (number instanceof BigInteger) {
            guard.digits((bits(number) + Math.abs(bits.doubleValue())) / 3.33);
        }
    }

    public static BigDecimal setScale(BigDecimal number, int scale, Guard guard) {
        guard.digits(Math.abs((double) scale));
        return number.setScale(scale);
    }

    public static BigDecimal setScale(BigDecimal number, int scale, RoundingMode mode, Guard guard) {
        guard.digits(Math.abs((double) scale));
        return number.setScale(scale, mode);
    }

    public static BigDecimal divide(BigDecimal number, BigDecimal by, int scale, RoundingMode mode, Guard guard) {
        guard.digits(Math.abs((double) scale));
        return number.divide(by, scale, mode);
    }

    /** Before a context is created; 0 is a precision without end, which only exact results have. */
    public static void precision(int digits, Guard guard) {
        guard.digits(digits);
    }

    public static BigDecimal scaleByPowerOfTen(BigDecimal number, int power, Guard guard) {
        guard.digits(Math.abs((double) number.scale()) + Math.abs((double) power));
        return number.scaleByPowerOfTen(power);
    }

    public static BigDecimal movePointLeft(BigDecimal number, int places, Guard guard) {
        guard.digits(Math.abs((double) number.scale()) + Math.abs((double) places));
        return number.movePointLeft(places);
    }

    public static BigDecimal movePointRight(BigDecimal number, int places, Guard guard) {
        guard.digits(Math.abs((double) number.scale()) + Math.abs((double) places));
        return number.movePointRight(places);
    }

    public static BigDecimal valueOf(long unscaled, int scale, Guard guard) {
        guard.digits(Math.abs((double) scale));
        return BigDecimal.valueOf(unscaled, scale);
    }

    public static BigDecimal toBigDecimal(CharSequence text, Guard guard) {
        decimal(text.toString(), guard);
        return StringGroovyMethods.toBigDecimal(text);
    }

    /** Before the constructor of a decimal: {@code 1e1000000000} is short to write. */
    public static void decimal(String text, Guard guard) {
        int at = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (at >= 0) {
            String exponent = text.substring(at + 1).strip();
            try {
                guard.digits(Math.abs(Double.parseDouble(exponent)));
            } catch (NumberFormatException e) {
                // Not a number at all; the constructor says so in its own words.
                return;
            }
        }
    }
}
