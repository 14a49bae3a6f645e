package org.asemeducation.stocktake.cycle.attendance;

import java.util.Optional;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * How many take part in a meeting, for the form that records it.
 */
@RestController
class ParticipantsController {

	private final Cycles cycles;

	private final Attendance attendance;

	private final CurrentPerson current;

	ParticipantsController(Cycles cycles, Attendance attendance, CurrentPerson current) {
		this.cycles = cycles;
		this.attendance = attendance;
		this.current = current;
	}

	@GetMapping("/api/cycles/{cycle}/meetings/{kind}/participants")
	Counted show(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		this.current.get().requireSecretariat();
		this.cycles.get(cycle);
		Optional<Headcount> count = this.attendance.count(cycle, kind);
		return new Counted(count.map(Headcount::partners).orElse(null), count.map(Headcount::stakeholders).orElse(null),
				count.map(Headcount::persons).orElse(null), count.map(Headcount::inWords).orElse(null));
	}

	/**
	 * All {@code null} before there is a list.
	 *
	 * @param inWords such as "26 of 51 partner countries …"
	 */
	record Counted(@Nullable Integer partners, @Nullable Integer stakeholders, @Nullable Integer persons,
			@Nullable String inWords) {
	}

}
