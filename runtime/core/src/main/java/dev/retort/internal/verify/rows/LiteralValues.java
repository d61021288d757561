package dev.retort.internal.verify.rows;

import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What expressions compare with, in the order in which it is written.
 *
 * @param texts as they are
 * @param numbers also those that are written as texts
 * @param matching texts that match the patterns among them
 */
record LiteralValues(Set<String> texts, Set<BigDecimal> numbers, Set<String> matching) {

    /** An exponent of more digits would take all memory. */
    private static final int LONGEST_NUMBER = 40;

    static LiteralValues of(List<String> expressions, Mentions mentions, PatternTexts patterns) {
        LiteralValues found = new LiteralValues(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (String expression : expressions) {
            List<SqlToken> tokens = mentions.tokens(expression);
            for (int i = 0; i < tokens.size(); i++) {
                SqlToken token = tokens.get(i);
                if (token.kind() == Kind.NUMBER) {
                    found.number(token.text());
                } else if (token.kind() == Kind.STRING) {
                    String text = meant(token.text());
                    found.text(text);
                    found.pattern(before(tokens, i), text, patterns);
                }
            }
        }
        return found;
    }

    private void text(String text) {
        texts.add(text);
        number(text);
        // An array as PostgreSQL prints it: '{a,b}'::text[].
        if (text.startsWith("{") && text.endsWith("}") && !text.contains(":")) {
            for (String element : text.substring(1, text.length() - 1).split(",")) {
                texts.add(element.replace("\"", "").strip());
                number(element.strip());
            }
        }
    }

    private void number(String text) {
        if (text.length() > LONGEST_NUMBER || !text.matches("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d{1,2})?|[+-]?\\.\\d+")) {
            return;
        }
        numbers.add(new BigDecimal(text.endsWith(".") ? text + "0" : text));
    }

    private void pattern(String operator, String text, PatternTexts patterns) {
        if (operator.contains("!") || operator.isEmpty()) {
            return;
        }
        switch (operator) {
            case "~~", "~~*", "LIKE", "ILIKE" -> matching.addAll(patterns.like(text));
            case "GLOB" -> matching.addAll(patterns.glob(text));
            case "TO", "SIMILAR_TO_ESCAPE", "SIMILAR_ESCAPE" -> matching.addAll(patterns.similar(text));
            default -> matching.addAll(patterns.regex(text));
        }
    }

    /** The operator or the function that a string is given to, where it is one of patterns; empty otherwise. */
    private static String before(List<SqlToken> tokens, int index) {
        StringBuilder operator = new StringBuilder();
        int i = index - 1;
        while (i >= 0 && tokens.get(i).isSymbol("(")) {
            i--;
        }
        while (i >= 0
                && tokens.get(i).kind() == Kind.SYMBOL
                && "~*!".contains(tokens.get(i).text())) {
            operator.insert(0, tokens.get(i--).text());
        }
        if (operator.indexOf("~") >= 0) {
            return operator.toString();
        }
        String word = i < 0 || !operator.isEmpty() ? "" : tokens.get(i).upper();
        if (Set.of("LIKE", "ILIKE", "GLOB", "TO", "REGEXP", "SIMILAR_TO_ESCAPE", "SIMILAR_ESCAPE")
                .contains(word)) {
            return word;
        }
        // regexp_like(x, '…'): the first argument is seldom a string.
        for (int j = index - 1; j >= 0 && j > index - 8; j--) {
            if (tokens.get(j).upper().startsWith("REGEXP_")) {
                return "REGEXP";
            }
        }
        return "";
    }

    /** What a string literal means. */
    static String meant(String literal) {
        if (literal.startsWith("$")) {
            int tag = literal.indexOf('$', 1) + 1;
            return literal.substring(tag, literal.length() - tag);
        }
        boolean escapes = literal.toUpperCase(Locale.ROOT).startsWith("E'");
        String inner = literal.substring(escapes ? 2 : 1, literal.length() - 1).replace("''", "'");
        return escapes ? inner.replace("\\'", "'").replace("\\\\", "\\") : inner;
    }
}
