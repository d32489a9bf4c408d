/** Antiphon: two-way translation between sight and sound for musical performance. */
package org.antiphon;
