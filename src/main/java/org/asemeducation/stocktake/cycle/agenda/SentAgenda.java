package org.asemeducation.stocktake.cycle.agenda;

import java.time.Instant;
import java.util.List;

/**
 * A version of an agenda that was sent.
 *
 * @param number counted from 1
 * @param madeAt when it was
 * @param lines what it says
 */
public record SentAgenda(int number, Instant madeAt, List<AgendaLine> lines) {

	public SentAgenda {
		lines = List.copyOf(lines);
	}

}
