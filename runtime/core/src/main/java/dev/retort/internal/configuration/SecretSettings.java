package dev.retort.internal.configuration;

import java.util.regex.Pattern;

/** Hides passwords; rather too much than too little. */
public final class SecretSettings {

    private static final String HIDDEN = "***";

    /**
     * {@code scheme://user:password@}: up to the last {@code @} of the word, for passwords may hold {@code / : @}. The
     * form that hints teach holds no secret.
     */
    private static final Pattern USER_INFO =
            Pattern.compile("(//[^\\s/:]*):(?!password@host:port/database\\b)[^\\s\"']*@");

    /** Of a URL, and of properties that somebody prints. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(\\b[a-z_.]*(?:password|passwd|pwd|secret|token|sslkey)=)[^&;#\\s\"']+");

    /** The same two in a text that is nothing but a URL, where no quote or blank ends a password. */
    private static final Pattern URL_PARAMETER =
            Pattern.compile("(?i)(\\b[a-z_.]*(?:password|passwd|pwd|secret|token|sslkey)=)[^&]*");

    /** Also where slashes are missing, so that the URL is none. */
    private static final Pattern URL_USER_INFO = Pattern.compile("(?si)(//[^/:]*|^(?!.*//|(?:jdbc:)?sqlite)[^:]*):.*@");

    private SecretSettings() {}

    /** The text with every password in a URL hidden. */
    public static String mask(String text) {
        String withoutParameters = PARAMETER.matcher(text).replaceAll("$1" + HIDDEN);
        return USER_INFO.matcher(withoutParameters).replaceAll("$1:" + HIDDEN + "@");
    }

    /** A URL without any password, for a command that its reader types, who has the password from elsewhere. */
    public static String withoutPasswords(String url) {
        return mask(ofUrl(url))
                .replace(":" + HIDDEN + "@", "@")
                .replaceAll("(?i)([?&])[\\w.]*=\\*\\*\\*&?", "$1")
                .replaceAll("[?&]$", "");
    }

    /** A setting's value, hidden as far as it is secret; a password in a URL may hold quotes and blanks too. */
    static String shown(Setting setting, String text) {
        return switch (setting) {
            case PASSWORD -> HIDDEN;
            case URL -> mask(ofUrl(text));
            default -> mask(text);
        };
    }

    private static String ofUrl(String url) {
        String withoutParameters = URL_PARAMETER.matcher(url).replaceAll("$1" + HIDDEN);
        return URL_USER_INFO.matcher(withoutParameters).replaceAll("$1:" + HIDDEN + "@");
    }
}
