package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The endpoints of "Move a date", for the AES.
 */
@RestController
@RequestMapping("/api/cycles")
class DateController {

	private final Cycles cycles;

	private final CalendarRows rows;

	private final DateRules rules;

	private final MovePreview preview;

	private final DateMoves moves;

	private final OffDays offDays;

	private final CurrentPerson current;

	DateController(Cycles cycles, CalendarRows rows, DateRules rules, MovePreview preview, DateMoves moves,
			OffDays offDays, CurrentPerson current) {
		this.cycles = cycles;
		this.rows = rows;
		this.rules = rules;
		this.preview = preview;
		this.moves = moves;
		this.offDays = offDays;
		this.current = current;
	}

	/** The cycles that are not published, with all their dates. */
	@GetMapping
	List<Calendar> calendars() {
		secretariat();
		return this.cycles.unpublished().stream().map(this::calendar).toList();
	}

	@PostMapping("/{cycle}/dates/{date}/preview")
	MovePreview.Consequences preview(@PathVariable("cycle") CycleName name, @PathVariable DateName date,
			@RequestBody DateMove move) {
		secretariat();
		return this.preview.of(name, date, move);
	}

	/**
	 * What is to be thought about where a date stays on its day, or is put there first.
	 */
	@GetMapping("/{cycle}/dates/{date}/warnings")
	List<String> warnings(@PathVariable("cycle") CycleName name, @PathVariable DateName date,
			@RequestParam LocalDate on) {
		secretariat();
		this.cycles.get(name);
		return this.offDays.warnings(date, on);
	}

	@PostMapping("/{cycle}/dates/{date}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void move(@PathVariable("cycle") CycleName name, @PathVariable DateName date, @RequestBody DateMove move) {
		this.moves.move(name, date, move, secretariat());
	}

	private Calendar calendar(CycleName name) {
		Cycle cycle = this.cycles.get(name);
		return new Calendar(name.value(), cycle.title(), cycle.zone().getId(),
				this.rows.of(name).stream().map((date) -> movable(cycle, date)).toList());
	}

	private Movable movable(Cycle cycle, StandingDate date) {
		return new Movable(date.name().word(), date.on(), date.version(), date.hangsOn(),
				this.rules.settled(cycle, date.name()).orElse(null));
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * A cycle with its dates.
	 */
	record Calendar(String name, String title, String zone, List<Movable> dates) {
	}

	/**
	 * A date as the form offers it.
	 *
	 * @param date its name
	 * @param on the day; {@code null} for a meeting without one
	 * @param version what the move has to name
	 * @param hangsOn the meeting that it goes with; {@code null} for a date of its own
	 * @param stands why it cannot be moved; {@code null} when it can
	 */
	record Movable(String date, @Nullable LocalDate on, int version, @Nullable MeetingKind hangsOn,
			@Nullable String stands) {
	}

}
