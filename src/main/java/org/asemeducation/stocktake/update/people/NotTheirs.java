package org.asemeducation.stocktake.update.people;

import org.asemeducation.stocktake.update.UpdateKey;

/**
 * A party has said that an initiative is not theirs, and others go on with it. Published
 * in the transaction that takes it from them.
 *
 * @param key which update
 * @param parties who said so, in words
 * @param others who goes on, in words
 * @param because why
 * @param by the user id
 */
public record NotTheirs(UpdateKey key, String parties, String others, String because, String by) {
}
