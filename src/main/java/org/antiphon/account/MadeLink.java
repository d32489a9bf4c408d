package org.antiphon.account;

/**
 * A link that was just made and is shown only now.
 *
 * @param what it is, in words
 * @param days how long it works
 */
record MadeLink(String address, String what, long days) {}
