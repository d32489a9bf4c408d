/**
 * Reads recordings laid out like URMP: one folder a piece, one track a player, text annotation.
 *
 * <p>Gives an UrmpCorpus whose recordings are known by track index, with duplicates of one take left out and a list of
 * findings that names what is missing or unexpected. Used by the etude reader too. May use clip and dataset.
 */
package org.antiphon.dataset.urmp;
