/**
 * The etude corpus: composed, performed, filmed and recorded from a seed, written in URMP's layout.
 *
 * <p>Composition and expressive performance are the common cause; the sound (source–filter and modal synthesis) and
 * the picture (a software rasteriser, the same bytes everywhere) both follow from it, so annotation is exact:
 * notes, f0, skeleton, tool points and true optical flow.
 */
package org.antiphon.dataset.etude;
