package org.antiphon.study.webmushra;

import java.util.regex.Pattern;

/** HTML as the text that it shows. Participants' pages show text only, so no script of a configuration ever runs. */
record Markup(String text, boolean hadTags, boolean hadMedia, boolean hadScript) {

    private static final Pattern SCRIPT = Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)");
    private static final Pattern MEDIA = Pattern.compile("(?i)<(img|audio|video|iframe|object|embed|source)\\b");
    private static final Pattern BREAK = Pattern.compile("(?i)<\\s*(br|/p|/div|/li|/h[1-6]|/tr|/ul|/ol)\\b[^>]*>");
    private static final Pattern BULLET = Pattern.compile("(?i)<\\s*li\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("(?s)<[a-zA-Z/!][^>]*>");

    static Markup of(String html) {
        String plain = SCRIPT.matcher(html).replaceAll("");
        plain = BULLET.matcher(BREAK.matcher(plain).replaceAll("\n")).replaceAll("– ");
        plain = TAG.matcher(plain).replaceAll("");
        plain = plain.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        plain = plain.replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        return new Markup(
                plain,
                TAG.matcher(html).find(),
                MEDIA.matcher(html).find(),
                SCRIPT.matcher(html).find());
    }
}
