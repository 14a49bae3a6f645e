package org.asemeducation.stocktake.cycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a senior officials' meeting decides on the minutes of earlier ones.
 */
@Component
public class MinutesAdoption {

	static final String ADOPTED = "adopted";

	static final String NOT_ADOPTED = "not-adopted";

	private final Cycles cycles;

	private final MeetingChanges meetings;

	private final Minutes minutes;

	private final MeetingProcess process;

	private final Audit audit;

	MinutesAdoption(Cycles cycles, MeetingChanges meetings, Minutes minutes, MeetingProcess process, Audit audit) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.minutes = minutes;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Notes what was decided.
	 * @param name the cycle
	 * @param kind the meeting that decided
	 * @param decisions by business key of the earlier meeting: {@code adopted}, or
	 * {@code not-adopted}, which leaves them to the next meeting
	 * @param by the user id
	 * @throws Refused when minutes are left out, or were adopted elsewhere meanwhile
	 */
	@Transactional
	public void decide(CycleName name, MeetingKind kind, Map<String, String> decisions, String by) {
		this.cycles.lock(name);
		List<EarlierMinutes> waiting = this.minutes.waitingFor(name, kind);
		check(waiting, decisions);
		for (EarlierMinutes earlier : waiting) {
			boolean adopted = ADOPTED.equals(decisions.get(earlier.key()));
			if (!this.minutes.decided(earlier, name, kind, adopted, by)) {
				throw gone(earlier.key());
			}
			this.audit.record(by, "decide on minutes", earlier.key(), null,
					"%s at %s".formatted(adopted ? "adopted" : "not adopted", MeetingProcess.key(name, kind)));
		}
		this.meetings.minutesDealtWith(name, kind);
		this.process.complete(name, kind, MeetingProcess.ADOPT_MINUTES, by);
	}

	/**
	 * Notes that all minutes that wait were adopted.
	 * @param name the cycle
	 * @param kind the meeting that adopted them
	 * @param by the user id
	 * @throws Refused when the meeting has not come to its minutes, or is past them
	 */
	@Transactional
	public void adoptAll(CycleName name, MeetingKind kind, String by) {
		this.cycles.lock(name);
		decide(name, kind,
				this.minutes.waitingFor(name, kind)
					.stream()
					.collect(Collectors.toMap(EarlierMinutes::key, (earlier) -> ADOPTED)),
				by);
	}

	private static Refused gone(String minutes) {
		return Refused.conflict(
				"Nothing is saved: the minutes of %s do not wait to be adopted, or no longer. Open the task again."
					.formatted(minutes));
	}

	private static void check(List<EarlierMinutes> waiting, Map<String, String> decisions) {
		List<String> known = waiting.stream().map(EarlierMinutes::key).toList();
		Optional<String> gone = decisions.keySet().stream().filter((key) -> !known.contains(key)).findFirst();
		if (gone.isPresent()) {
			throw gone(gone.get());
		}
		List<Problem> undecided = known.stream()
			.filter((key) -> !List.of(ADOPTED, NOT_ADOPTED).contains(decisions.getOrDefault(key, "")))
			.map((key) -> new Problem(key, "Say whether the minutes of %s were adopted.".formatted(key)))
			.toList();
		if (!undecided.isEmpty()) {
			throw Refused.invalid("Nothing is saved yet.", undecided);
		}
	}

}
