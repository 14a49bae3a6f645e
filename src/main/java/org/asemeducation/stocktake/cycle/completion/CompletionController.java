package org.asemeducation.stocktake.cycle.completion;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the AES looks into a draft and opens a round that completes it.
 */
@RestController
@RequestMapping("/api/completions")
class CompletionController {

	private final FoundPlaceholders found;

	private final CompletionOpening opening;

	private final CurrentPerson current;

	CompletionController(FoundPlaceholders found, CompletionOpening opening, CurrentPerson current) {
		this.found = found;
		this.opening = opening;
		this.current = current;
	}

	@PostMapping("/placeholders")
	FoundPlaceholders.Found placeholders(@RequestBody Brought brought) {
		this.current.get().requireSecretariat();
		return this.found.in(brought.name(), brought.bytes());
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Map<String, String> open(@RequestBody NewCompletion proposal) {
		return Map.of("name", this.opening.open(proposal, this.current.get().requireSecretariat().userId()).value());
	}

	/**
	 * A file that somebody brings.
	 *
	 * @param file what its owner calls it
	 * @param content its bytes in Base64
	 */
	record Brought(@Nullable String file, @Nullable String content) {

		private static final int LONGEST_NAME = 100;

		String name() {
			String name = Optional.ofNullable(this.file).filter((it) -> !it.isBlank()).orElse("The file");
			return name.substring(0, Math.min(name.length(), LONGEST_NAME));
		}

		String bytes() {
			if (this.content == null || this.content.isEmpty()) {
				throw Refused.invalid("There is no file.",
						List.of(new Problem("file", "Choose the draft of the plan, as YAML or XLSX.")));
			}
			return this.content;
		}

	}

}
