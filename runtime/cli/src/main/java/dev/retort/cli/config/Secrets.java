package dev.retort.cli.config;

import java.util.regex.Pattern;

/** Hides passwords; rather too much than too little. */
public final class Secrets {

    private static final String HIDDEN = "***";

    /** {@code scheme://user:password@}: up to the last {@code @} of the word, for passwords may hold {@code / : @}. */
    private static final Pattern USER_INFO = Pattern.compile("(//[^\\s/:@]*):[^\\s\"']*@");

    /** Of a URL, and of properties that somebody prints. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(\\b[a-z_.]*(?:password|passwd|pwd|secret|token|sslkey)=)[^&;#\\s\"']+");

    private Secrets() {}

    /** The text with every password that stands in a URL hidden. */
    public static String mask(String text) {
        String withoutParameters = PARAMETER.matcher(text).replaceAll("$1" + HIDDEN);
        return USER_INFO.matcher(withoutParameters).replaceAll("$1:" + HIDDEN + "@");
    }

    static String shown(Setting setting, String text) {
        return setting == Setting.PASSWORD ? HIDDEN : mask(text);
    }
}
