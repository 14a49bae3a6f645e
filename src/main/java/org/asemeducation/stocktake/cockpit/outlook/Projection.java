package org.asemeducation.stocktake.cockpit.outlook;

import java.util.List;
import java.util.Optional;

/**
 * How many answers will be in by the freeze, if they come in as before: a plain rule of
 * three, and which one, in words.
 *
 * @param received how many
 * @param words the whole sentence
 */
public record Projection(int received, String words) {

	/** With fewer answers nothing is foretold. */
	static final int FEWEST = 3;

	/** Days whose pace counts where no cycle came before. */
	static final int PACE = 14;

	/**
	 * Foretells.
	 * @param now how they come in now
	 * @param today the day, counted from that of the requests
	 * @param before how they came in before, the latest cycle first
	 * @return the number by the freeze; nothing before the requests, from the freeze on,
	 * and while too few have come to tell
	 */
	static Optional<Projection> of(ResponseCurve now, int today, List<ResponseCurve> before) {
		int received = now.by(today);
		if (today < 0 || today >= now.freeze() || received < FEWEST) {
			return Optional.empty();
		}
		return before.stream()
			.filter((curve) -> then(curve, now, today) >= FEWEST)
			.findFirst()
			.map((curve) -> asIn(curve, now, today, received))
			.or(() -> Optional.of(atPace(now, today, received)));
	}

	private static Projection asIn(ResponseCurve before, ResponseCurve now, int today, int received) {
		double grows = (double) before.by(before.freeze()) / then(before, now, today);
		int all = Math.min(now.asked(), (int) Math.round(received * grows));
		return new Projection(all, "If answers come in as in %s, about %d of %d will be in by the freeze."
			.formatted(before.cycle(), all, now.asked()));
	}

	private static Projection atPace(ResponseCurve now, int today, int received) {
		int days = Math.min(PACE, today + 1);
		double pace = (double) (received - now.by(today - days)) / days;
		int all = Math.min(now.asked(), (int) Math.round(received + pace * (now.freeze() - today)));
		return new Projection(all, "At the pace of the last %d days, about %d of %d will be in by the freeze."
			.formatted(days, all, now.asked()));
	}

	/** How many had come when the same part of the time was over. */
	private static int then(ResponseCurve before, ResponseCurve now, int today) {
		return (now.freeze() > 0) ? before.by((int) Math.round((double) today * before.freeze() / now.freeze())) : 0;
	}

}
