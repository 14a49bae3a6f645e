package org.asemeducation.stocktake.cycle;

import java.util.List;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES closes a cycle that will not come to its end: nothing more is asked or mailed,
 * what was written stays.
 */
@Component
public class ClosingCycle {

	private static final int LONGEST = 1000;

	private final Cycles cycles;

	private final List<OpenEnds> ends;

	private final CloseCycleProcess process;

	private final Audit audit;

	ClosingCycle(Cycles cycles, List<OpenEnds> ends, CloseCycleProcess process, Audit audit) {
		this.cycles = cycles;
		this.ends = ends;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * What would stay open, and what forbids it.
	 * @param name the cycle
	 * @return sentences; the cycle can be closed when there is no objection
	 */
	@Transactional(readOnly = true)
	public Closing look(CycleName name) {
		Cycle cycle = this.cycles.get(name);
		return new Closing(name.value(), cycle.title(), open(name), objections(cycle));
	}

	/**
	 * Closes it.
	 * @param name the cycle
	 * @param reason why; needed
	 * @param by the user id
	 * @throws Refused when it is closed or published, or officials have to decide first
	 */
	@Transactional
	public void close(CycleName name, @Nullable String reason, String by) {
		if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
			throw Refused.invalid("Nothing is closed yet.", List
				.of(new Problem("reason", "Say in at most %d characters why the cycle is closed.".formatted(LONGEST))));
		}
		Cycle cycle = this.cycles.lock(name);
		objections(cycle).stream().findFirst().ifPresent((objection) -> {
			throw Refused.conflict("The cycle is not closed: " + objection);
		});
		List<String> open = open(name);
		this.cycles.ended(name, reason.strip(), open, by);
		this.audit.record(by, "close cycle", name.value(),
				cycle.state().word() + open.stream().map((one) -> "; " + one).reduce("", String::concat),
				reason.strip());
		this.process.start(name);
	}

	private List<String> open(CycleName name) {
		return this.ends.stream().flatMap((stage) -> stage.of(name).stream()).toList();
	}

	private List<String> objections(Cycle cycle) {
		if (cycle.state() == Cycle.State.ENDED) {
			return List.of("%s is closed already.".formatted(cycle.name()));
		}
		if (cycle.state() == Cycle.State.COMPLETED) {
			return List.of("The plan of %s is completed: the round is over.".formatted(cycle.name()));
		}
		return this.ends.stream().flatMap((stage) -> stage.objections(cycle.name()).stream()).toList();
	}

	/**
	 * A cycle that may be closed.
	 *
	 * @param name the cycle
	 * @param title its title
	 * @param open what would stay open
	 * @param objections what forbids to close it
	 */
	public record Closing(String name, String title, List<String> open, List<String> objections) {
	}

}
