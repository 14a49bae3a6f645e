package org.asemeducation.stocktake.update.thread;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The thread about an update.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}/thread")
class ThreadController {

	private final Talking talking;

	private final Register register;

	private final CurrentPerson current;

	ThreadController(Talking talking, Register register, CurrentPerson current) {
		this.talking = talking;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	Shown show(@PathVariable String cycle, @PathVariable String initiative) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		Person reader = this.current.get();
		return new Shown(this.talking.read(key, reader)
			.stream()
			.map((message) -> new Line(message.text(), message.secretariat(), message.writtenAt(),
					this.register.nameOf(message.writtenBy())))
			.toList(), this.talking.mayWrite(key, reader));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	void write(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Written written) {
		this.talking.write(UpdateKey.of(cycle, initiative), written.text(), this.current.get());
	}

	/**
	 * What somebody says.
	 *
	 * @param text plain, paragraphs by empty lines
	 */
	record Written(@Nullable String text) {
	}

	/**
	 * All that was said.
	 *
	 * @param messages the first first
	 * @param mayWrite whether the reader may answer
	 */
	record Shown(List<Line> messages, boolean mayWrite) {
	}

	record Line(String text, boolean secretariat, Instant at, String by) {
	}

}
