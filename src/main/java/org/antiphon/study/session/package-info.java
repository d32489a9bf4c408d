/**
 * One person's way through a study: which stimuli, in which order, on which equipment.
 *
 * <p>Takes an invitation, gives an assignment that is balanced over the raters and drawn from a seed, so that it can be
 * drawn again. It hands out opaque handles only; what a handle stands for stays on the server.
 *
 * <p>May use study.design and what that may use. Used by study.rating, dashboard and cli.
 */
package org.antiphon.study.session;
