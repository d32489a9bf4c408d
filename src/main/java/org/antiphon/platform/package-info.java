/**
 * What every part of the product stands on: the artifact store (content-addressed files), problems (one error, shown as
 * a page or as JSON), clock and seeds as beans, response headers, health, the data folder and the embedded PostgreSQL.
 *
 * <p>Knows nothing of translations, studies or accounts. May use {@code clip}; everything below the product line may
 * use it. The only package besides {@code cli} that asks the machine for time and randomness.
 */
package org.antiphon.platform;
