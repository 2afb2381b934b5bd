# shellcheck shell=bash
# Sourced by the self-tests: a suite that cannot fail proves nothing, so each is run on what must fail.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0 out=

# verdict WHAT: a pass if the command before it succeeded, else a failure with what was printed.
verdict() {
  if (($? == 0)); then
    passed=$((passed + 1))
    printf 'pass  %s\n' "$1"
  else
    failed=$((failed + 1))
    printf 'FAIL  %s\n%s\n' "$1" "$out"
  fi
}

# expect CODE LINE COMMAND…: the command must exit with CODE and its last line must match LINE (a regular expression).
expect() {
  local code=$1 line=$2 got=0
  shift 2
  out=$("$@" 2>&1) || got=$?
  ((got == code)) && [[ $(tail -n 1 <<<"$out") =~ $line ]]
  verdict "exit $got of $code, last line \"$line\": $*"
}

# says TEXT: the command of the last `expect` must have printed it.
says() {
  [[ $out == *"$1"* ]]
  verdict "says \"$1\""
}

finish() {
  printf '%s passed, %s failed\n' "$passed" "$failed"
  ((failed == 0 && passed > 0))
}
