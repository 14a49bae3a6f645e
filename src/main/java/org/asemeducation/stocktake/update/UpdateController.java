package org.asemeducation.stocktake.update;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The form's endpoints. Reading is for the initiative's coordinators, the reviewing body
 * and the secretariat; writing for its coordinators.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}")
class UpdateController {

	private final Writing writing;

	private final UpdateViews views;

	private final CurrentPerson current;

	UpdateController(Writing writing, UpdateViews views, CurrentPerson current) {
		this.writing = writing;
		this.views = views;
		this.current = current;
	}

	@GetMapping
	UpdateView show(@PathVariable String cycle, @PathVariable String initiative) {
		return this.views.of(UpdateKey.of(cycle, initiative), this.current.get());
	}

	@PostMapping("/submission")
	@ResponseStatus(HttpStatus.CREATED)
	Submitted submit(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Written written) {
		return new Submitted(this.writing.submit(UpdateKey.of(cycle, initiative), written.version(), written.common(),
				written.fields(), this.current.get().userId()));
	}

	@PutMapping("/assignee")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeOver(@PathVariable String cycle, @PathVariable String initiative) {
		String person = this.current.get().userId();
		this.writing.assign(UpdateKey.of(cycle, initiative), person, person);
	}

	@DeleteMapping("/assignee")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void release(@PathVariable String cycle, @PathVariable String initiative) {
		this.writing.assign(UpdateKey.of(cycle, initiative), null, this.current.get().userId());
	}

	/**
	 * What the form sends.
	 *
	 * @param version the draft's version it was written on; 0 when there was none
	 * @param common the tag of what the row has in common with another, as the writer saw
	 * it
	 * @param content the form's fields
	 */
	record Written(long version, @Nullable String common, ObjectNode content) {

		ObjectNode fields() {
			if (this.content == null) {
				throw Refused.invalid("Nothing is saved: the form sent no content.",
						List.of(new Problem("content", "Send the form's fields.")));
			}
			return this.content;
		}

	}

	record Submitted(int number) {
	}

}
