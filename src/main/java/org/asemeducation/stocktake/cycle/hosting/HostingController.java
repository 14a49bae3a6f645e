package org.asemeducation.stocktake.cycle.hosting;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a host says at each of its steps in Tasklist; only the host and the secretariat
 * are answered.
 */
@RestController
@RequestMapping("/api/cycles/{cycle}/meetings/{kind}/hosting")
class HostingController {

	private final Cycles cycles;

	private final Hosting hosting;

	private final CurrentPerson current;

	HostingController(Cycles cycles, Hosting hosting, CurrentPerson current) {
		this.cycles = cycles;
		this.hosting = hosting;
		this.current = current;
	}

	@GetMapping
	HostView show(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		this.cycles.get(cycle);
		Person reader = this.current.get();
		Host host = this.hosting.of(cycle, kind, reader);
		return (host != null)
				? new HostView(host.name(), host.proposed(), host.place(), host.theme(), host.programme(), host.done(),
						reader.isSecretariat())
				: new HostView(null, null, null, null, null, List.of(), reader.isSecretariat());
	}

	@PostMapping("/proposal")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void propose(@PathVariable CycleName cycle, @PathVariable MeetingKind kind, @RequestBody Proposal said) {
		this.hosting.propose(cycle, kind, said.planned(), said.place(), this.current.get());
	}

	@PostMapping("/theme")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void theme(@PathVariable CycleName cycle, @PathVariable MeetingKind kind, @RequestBody Text said) {
		this.hosting.theme(cycle, kind, said.text(), this.current.get());
	}

	@PostMapping("/programme")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void programme(@PathVariable CycleName cycle, @PathVariable MeetingKind kind, @RequestBody Text said) {
		this.hosting.programme(cycle, kind, said.text(), this.current.get());
	}

	@PostMapping(path = "/participants", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void participants(@PathVariable CycleName cycle, @PathVariable MeetingKind kind, @RequestBody byte[] file) {
		this.hosting.participants(cycle, kind, file, this.current.get());
	}

	@PostMapping("/no-participants")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void noParticipants(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		this.hosting.noParticipants(cycle, kind, this.current.get());
	}

	/**
	 * What a host has said.
	 *
	 * @param host the party; {@code null} when nobody of the register hosts the meeting
	 * @param done the steps that were answered
	 * @param secretariat whether the reader does it for the host
	 */
	record HostView(@Nullable String host, @Nullable LocalDate planned, @Nullable String place, @Nullable String theme,
			@Nullable String programme, List<String> done, boolean secretariat) {
	}

	/**
	 * Which date and place a host proposes.
	 *
	 * @param planned the first day; needed
	 */
	record Proposal(@Nullable LocalDate planned, @Nullable String place) {
	}

	/**
	 * A theme or a programme.
	 *
	 * @param text empty for none
	 */
	record Text(@Nullable String text) {
	}

}
