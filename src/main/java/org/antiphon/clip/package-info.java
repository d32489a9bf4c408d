/**
 * The vocabulary every other package speaks: pictures, sound, their time grid and what a performance
 * looks like between the two, as immutable records with units as types.
 *
 * <p>Takes and gives only values; reads no file, starts no thread, knows no library. Arrays inside a record are
 * not copied, for speed: whoever hands one over gives it away and nobody writes to it afterwards.
 * Every package may use this one; it uses none.
 */
package org.antiphon.clip;
