# JSON with 17 digits, so that R and JavaScript read the same doubles; jsonlite stops at 15. I() keeps an array of one.
json <- function(value) {
  if (is.null(value)) return("null")
  if (is.data.frame(value)) value <- unname(lapply(seq_len(nrow(value)), function(i) as.list(value[i, , drop = FALSE])))
  if (is.list(value)) {
    parts <- vapply(value, json, "")
    if (is.null(names(value))) return(paste0("[", paste(parts, collapse = ","), "]"))
    return(paste0("{", paste0("\"", names(value), "\":", parts, collapse = ","), "}"))
  }
  text <- if (is.character(value)) {
    ifelse(is.na(value), "null", paste0("\"", value, "\""))
  } else if (is.logical(value)) {
    ifelse(is.na(value), "null", tolower(value))
  } else {
    ifelse(is.finite(value), sprintf("%.17g", value), "null")
  }
  if (length(text) == 1 && !inherits(value, "AsIs")) text else paste0("[", paste(text, collapse = ","), "]")
}

# One case a line.
write_reference <- function(cases, file) {
  writeLines(paste0("[\n", paste(vapply(cases, json, ""), collapse = ",\n"), "\n]"), file)
}
