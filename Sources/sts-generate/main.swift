print("sts-generate")
