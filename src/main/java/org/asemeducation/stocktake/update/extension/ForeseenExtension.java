package org.asemeducation.stocktake.update.extension;

import java.time.LocalDate;

import org.asemeducation.stocktake.cycle.ForeseenMove.Foreseen;
import org.asemeducation.stocktake.update.UpdateKey;

/**
 * What more time for one update would mean in mail. The code that sends it, which knows
 * all stages, supplies it.
 */
public interface ForeseenExtension {

	/**
	 * What the mails to come would be.
	 * @param key which update; the caller's transaction, which is taken back, has
	 * extended it
	 * @param before until when it was asked for
	 * @return what changes
	 */
	Foreseen of(UpdateKey key, LocalDate before);

}
