/**
 * The one door of the ML core: pictures in, sound out; sound and a prior picture in, pictures out; and the performance
 * track between them, to be looked at, edited and translated again.
 *
 * <p>{@link org.antiphon.translation.Translator} loads the models once, checks their checksums, shares them between
 * threads and works in windows, so clips may have any length. Only {@code clip} types go in or out. May use clip,
 * signal, feature and model; used by generation and by the command line.
 */
package org.antiphon.translation;
