/**
 * Configurations of webMUSHRA as studies.
 *
 * <p>Takes the bytes of a configuration, read as webMUSHRA itself reads it and mended where it cannot be read otherwise; gives
 * the document of a study and a note for every repair, for everything that is another thing here, and for everything that
 * could not be carried over. Nothing is left out without a note. Its own code, after the behaviour of webMUSHRA 1.4.
 *
 * <p>May use study.design. Used by study and cli.
 */
package org.antiphon.study.webmushra;
