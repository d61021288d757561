package dev.retort.internal.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets {@code -1} be a target, but not a misspelt option. */
final class Positional implements ITypeConverter<String> {

    static boolean looksLikeOption(String argument) {
        return argument.length() > 1 && argument.startsWith("-") && !Character.isDigit(argument.charAt(1));
    }

    @Override
    public String convert(String value) {
        if (looksLikeOption(value)) {
            throw new TypeConversionException("There is no option \"" + value + "\".");
        }
        return value;
    }
}
