package org.asemeducation.stocktake.cycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A meeting's endpoints: reading is for everybody who is signed in, acting for the AES.
 */
@RestController
@RequestMapping("/api/cycles/{cycle}/meetings/{kind}")
class MeetingController {

	private final Cycles cycles;

	private final Meetings meetings;

	private final Minutes minutes;

	private final MeetingActs acts;

	private final MinutesAdoption adoption;

	private final RecordTasks recordTasks;

	private final CurrentPerson current;

	MeetingController(Cycles cycles, Meetings meetings, Minutes minutes, MeetingActs acts, MinutesAdoption adoption,
			RecordTasks recordTasks, CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.minutes = minutes;
		this.acts = acts;
		this.adoption = adoption;
		this.recordTasks = recordTasks;
		this.current = current;
	}

	@GetMapping
	MeetingView show(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind) {
		Cycle cycle = this.cycles.get(name);
		return new MeetingView(cycle.title(), cycle.zone().getId(), this.meetings.of(name, kind),
				this.minutes.waitingFor(name, kind));
	}

	@PostMapping("/confirmation")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void confirm(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind, @RequestBody MeetingPlan plan) {
		this.acts.confirm(name, kind, plan, secretariat());
	}

	@PostMapping("/preparation")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void prepare(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind) {
		this.acts.prepare(name, kind, secretariat());
	}

	@PostMapping("/outcome")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void decide(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind,
			@RequestBody MeetingOutcome outcome) {
		this.acts.decide(name, kind, outcome, secretariat());
	}

	@PostMapping("/minutes")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void adoptMinutes(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind,
			@RequestBody MinutesDecisions said) {
		this.adoption.decide(name, kind, Optional.ofNullable(said.decisions()).orElse(Map.of()), secretariat());
	}

	@PostMapping("/record")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void record(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind,
			@RequestBody MeetingRecord record) {
		this.acts.record(name, kind, record, secretariat());
	}

	/** For cycles that were opened before a meeting had a model of its own. */
	@PutMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void record(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind,
			@RequestBody RecordTasks.HeldOrDropped said) {
		this.recordTasks.record(name, kind, said, secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * A meeting as its forms show it.
	 *
	 * @param title the cycle's title
	 * @param zone the cycle's zone
	 * @param meeting the meeting as it stands
	 * @param minutes the minutes of earlier meetings that wait for it
	 */
	record MeetingView(String title, String zone, Meeting meeting, List<EarlierMinutes> minutes) {
	}

	/**
	 * What was decided on earlier minutes.
	 *
	 * @param decisions by the earlier meeting's business key
	 */
	record MinutesDecisions(@Nullable Map<String, String> decisions) {
	}

}
