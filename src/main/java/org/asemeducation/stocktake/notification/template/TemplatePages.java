package org.asemeducation.stocktake.notification.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES reads, previews and changes the words of mails.
 */
@Controller
@RequestMapping("/desk/templates")
class TemplatePages {

	private static final String LANGUAGE = "[a-z]{2,3}(-[a-z0-9]{2,8})?";

	private final Sources sources;

	private final CurrentPerson current;

	TemplatePages(Sources sources, CurrentPerson current) {
		this.sources = sources;
		this.current = current;
	}

	@GetMapping
	ModelAndView list() {
		this.current.get().requireSecretariat();
		List<String> languages = Stream.concat(Stream.of(Templates.ENGLISH), this.sources.languages().stream())
			.distinct()
			.toList();
		return new ModelAndView("templates").addObject("rows",
				Arrays.stream(TemplateName.values())
					.map((name) -> new Row(name, languages.stream().filter((one) -> isOwn(name, one)).toList()))
					.toList());
	}

	@GetMapping("/{name}")
	ModelAndView one(@PathVariable String name, @RequestParam(defaultValue = Templates.ENGLISH) String language) {
		this.current.get().requireSecretariat();
		TemplateName template = template(name);
		String tag = language(language);
		return page(template, tag, source(template, tag), HttpStatus.OK);
	}

	/** Shows the words with examples, or saves them, or goes back to what is shipped. */
	@PostMapping("/{name}")
	ModelAndView change(@PathVariable String name, @RequestParam(defaultValue = Templates.ENGLISH) String language,
			@RequestParam(defaultValue = "preview") String act, @RequestParam(defaultValue = "-1") int seen,
			@RequestParam(required = false) @Nullable String source, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		TemplateName template = template(name);
		String tag = language(language);
		String words = ((source != null) ? source : "").replace("\r", "");
		boolean back = act.equals("back");
		try {
			Letter letter = Templates.preview(template, back ? Templates.shipped(template) : words);
			if (!back && !act.equals("save")) {
				return page(template, tag, words, HttpStatus.OK).addObject("letter", letter);
			}
		}
		catch (BrokenTemplateException ex) {
			return page(template, tag, words, HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem",
					"Nothing is saved. " + ex.getMessage());
		}
		if (!this.sources.save(template, tag, seen, back ? null : words, by)) {
			return page(template, tag, words, HttpStatus.CONFLICT).addObject("problem",
					"Nothing is saved: somebody has saved another version meanwhile. Yours stands below; save it again to replace theirs.");
		}
		next.addFlashAttribute("done", back ? "The words that Stocktake ships count again: the next mail has them."
				: "Saved: the next mail has these words.");
		return new ModelAndView("redirect:/desk/templates/%s?language=%s".formatted(template.word(), tag));
	}

	private boolean isOwn(TemplateName name, String language) {
		return this.sources.saved(name, language).isPresent();
	}

	private String source(TemplateName name, String language) {
		return this.sources.saved(name, language)
			.or(() -> Sources.bundled(name, language))
			.or(() -> this.sources.saved(name, Templates.ENGLISH))
			.orElseGet(() -> Templates.shipped(name));
	}

	private ModelAndView page(TemplateName name, String language, String source, HttpStatus status) {
		List<Sources.Version> versions = this.sources.versions(name, language);
		return new ModelAndView("template", status).addObject("template", name)
			.addObject("language", language)
			.addObject("source", source)
			.addObject("variables", name.variables())
			.addObject("versions", versions)
			.addObject("seen", versions.isEmpty() ? 0 : versions.get(0).number())
			.addObject("own", isOwn(name, language));
	}

	private static TemplateName template(String name) {
		return TemplateName.of(name)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There is no template of that name: choose one from the list."));
	}

	private static String language(String language) {
		String tag = language.strip().toLowerCase(Locale.ROOT);
		if (!tag.matches(LANGUAGE)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"This is no language: give its tag, as in en, fr or zh-hant.");
		}
		return tag;
	}

	/**
	 * A template in the list.
	 */
	record Row(TemplateName name, List<String> saved) {
	}

}
